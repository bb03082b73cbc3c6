package shop

import (
	"os/exec"
	"testing"
)

func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", program, args, err, out)
	}
	return string(out)
}

// reset undoes what a test does to the cluster, when the test ends.
func reset(t *testing.T) {
	t.Cleanup(func() { run(t, "k3d", "cluster", "reset") })
}

func TestCanChangeTheCluster(t *testing.T) {
	reset(t)
	run(t, "kubectl", "delete", "configmap", "settings")
}

func TestDoesNotSeeTheChange(t *testing.T) {
	if mode := run(t, "kubectl", "get", "configmap", "settings", "--output=jsonpath={.data.mode}"); mode != "test" {
		t.Errorf("mode is %q", mode)
	}
}
