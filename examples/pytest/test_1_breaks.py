import subprocess


def test_a_file_may_do_to_the_cluster_what_it_likes():
    subprocess.run(["kubectl", "delete", "configmap", "settings"], check=True)
