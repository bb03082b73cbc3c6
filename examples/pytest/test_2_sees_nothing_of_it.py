import subprocess


def test_the_next_file_sees_nothing_of_it():
    command = ["kubectl", "get", "configmap", "settings", "--output=jsonpath={.data.mode}"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "test"
