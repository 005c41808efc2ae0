"""Which packages the site brings."""

from zipfile import ZipFile

from grading.authoring.site import wheels


def test_packages_are_those_that_a_browser_needs(monkeypatch):
    needs = {
        "ipython": ['psutil; sys_platform != "emscripten"', "jedi", 'docs; extra == "doc"'],
        "jedi": ["parso>=0.8"],
        "ipywidgets": ["jupyterlab_widgets~=3.0", "widgetsnbextension~=4.0", "ipython"],
    }
    monkeypatch.setattr(wheels, "requires", needs.get)
    assert wheels._closure(["ipywidgets"]) == {"ipywidgets", "ipython", "jedi", "parso"}


def test_the_newest_wheel_of_the_kernel_is_taken_and_named_with_its_checksum(tmp_path):
    folder = tmp_path / "static" / "pypi"
    folder.mkdir(parents=True)
    for name in ("a_b-3.9-py3-none-any.whl", "a_b-3.10-py3-none-any.whl"):
        with ZipFile(folder / name, "w"):
            pass
    [path] = wheels.kernel_wheels(tmp_path)
    assert path.name == "a_b-3.10-py3-none-any.whl"
    [entry] = wheels.entries([path]).values()
    assert (entry["name"], entry["version"], len(entry["sha256"])) == ("a-b", "3.10", 64)
