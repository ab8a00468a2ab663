"""The explorer: what the build writes, and the page in a real browser.

Needs what builds the site; the tests in a browser need Selenium, Chromium and its driver, those of axe a package that has it.
"""

import base64
import importlib.util
import itertools
import json
import math
import re
import shutil
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import fastact as fa

for needed in ("latexify", "latex2mathml", "matplotlib", "flint", "scipy"):
    pytest.importorskip(needed)

EXTENSIONS = Path(__file__).parents[2] / "docs" / "extensions"
sys.path.insert(0, str(EXTENSIONS))
try:
    import explorer
    import float32_errors
    from pictures import defaults, values_of
finally:
    sys.path.remove(str(EXTENSIONS))

ENTRIES = {entry.name: entry for entry in explorer.shown()}
WIDE, NARROW = (1280, 900), (360, 740)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("site") / "explorer"
    explorer.write(made)
    return made


def settings(entry):
    """Parameters of a function: the defaults, and with each parameter every other value that is drawn of it."""
    found = [defaults(entry)]
    for name in entry.parameters:
        found += [found[0] | {name: value} for value in values_of(entry, name)[1:]]
    return [given for given in found if all(eval(condition, {}, given) for condition in entry.conditions)]


# ---- what is written ---------------------------------------------------------------------------------------------------------


def test_the_page_is_whole_and_small(folder):
    names = {path.name for path in folder.iterdir()}
    asked = re.findall(r'(?:src|href)="([\w.]+\.(?:js|css))"', (folder / "index.html").read_text())
    assert set(asked) | {"index.html"} == names
    assert sum(path.stat().st_size for path in folder.iterdir()) < 1_000_000


def test_no_file_names_a_place_in_the_network(folder):
    for path in folder.iterdir():
        found = set(re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}[\w./]*", path.read_text()))
        assert found <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"}, path.name


def test_every_script_says_what_it_is_for_and_is_short():
    for path in explorer.SOURCE.glob("*.js"):
        text = path.read_text()
        assert text.startswith("/**") and text.count("\n") < 400, path.name


@pytest.mark.parametrize("name", ENTRIES)
def test_sampled_errors(name):
    entry = ENTRIES[name]
    found = float32_errors.sampled(entry, defaults(entry))
    x = np.array(found["x"])
    assert len(x) > 100 and (np.diff(x) > 0).all() and np.abs(x).max() <= 20
    for part in ("value", "slope"):
        own, naive = (np.array(found[part][which]) for which in ("fastact", "naive"))
        assert len(own) == len(naive) == len(x)
        assert own.max() <= found[part]["bound"]


def test_the_naive_formula_loses_digits_where_terms_cancel():
    found = float32_errors.sampled(ENTRIES["tanh"], {})["slope"]
    assert max(found["naive"]) > 1000 * max(found["fastact"])


# ---- in a browser ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def driver():
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    chromedriver = shutil.which("chromedriver")
    if not (chromium and chromedriver):
        pytest.skip("no Chromium with its driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options, webdriver.ChromeService(chromedriver))
    yield started
    started.quit()


def number(text):
    """A number as the page writes it, with a true minus sign."""
    return float(text.replace("\N{MINUS SIGN}", "-").replace("\N{INFINITY}", "inf").rstrip(" %"))


class Page:
    """The explorer in a browser."""

    def __init__(self, driver, folder):
        self.driver, self.address = driver, (folder / "index.html").as_uri()

    def open(self, fragment="", size=WIDE, dark=False):
        width, height = size
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})
        self.driver.get("about:blank")
        self.driver.get(self.address + fragment)
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def keys(self, selector, *names):
        from selenium.webdriver import Keys

        self.find(selector).send_keys(*(getattr(Keys, name, name) for name in names))

    def write(self, selector, text):
        """Types a text into a field, instead of what it has, and leaves it."""
        from selenium.webdriver import Keys

        self.find(selector).send_keys(Keys.CONTROL, "a", Keys.NULL, text, Keys.TAB)

    @property
    def hash(self):
        return self.run("return location.hash")

    def values(self):
        """What the legend tells, by the keys of its curves."""
        told = self.run("""
            const shown = [...document.querySelectorAll('#legend label[data-curve]')].filter((label) => !label.hidden);
            const value = (label) => label.querySelector('output').textContent;
            return Object.fromEntries(shown.map((label) => [label.dataset.curve, value(label)]))""")
        return {key: number(text) for key, text in told.items()}

    def until(self, held, seconds=15):
        end = time.monotonic() + seconds
        while not held():
            assert time.monotonic() < end, "it does not happen"
            time.sleep(0.05)


@pytest.fixture
def page(driver, folder):
    driver.get_log("browser")
    yield Page(driver, folder)
    assert driver.get_log("browser") == []


def test_the_page_loads_and_fetches_nothing(page):
    page.open()
    messages = [json.loads(entry["message"])["message"] for entry in page.driver.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    assert page.address in asked and all(address.startswith(("file:", "data:")) for address in asked)
    assert page.find("h1").text == "gelu"
    assert len(page.driver.find_elements("css selector", "#functions a")) == len(ENTRIES)


EVALUATED = """
const [name, settings, x] = arguments;
const one = fastact.functions[name];
const text = (value) => typeof value === 'number' ? String(value) : value;
return settings.map((given) => ({
    value: x.map(one.value(given)).map(text), slope: x.map(one.slope(given)).map(text), kinks: one.kinks(given),
    range: one.range(given).map(text), monotonic: one.monotonic(given), symmetry: one.symmetry,
    allowed: one.conditions.every((condition) => condition.holds(given)),
}));
"""


@pytest.mark.parametrize("name", ENTRIES)
def test_formulas_equal_fastact(page, name):
    if page.driver.current_url == "about:blank" or not page.driver.current_url.startswith(page.address):
        page.open()
    entry = ENTRIES[name]
    for given in settings(entry):
        low, high = (0.001, 0.999) if name == "logit" else (-20, 20)
        x = np.concatenate([np.linspace(low, high, 94), [-1.5, -0.5, 0, 0.1, 0.5, 1.5]])
        (found,) = page.run(EVALUATED, name, [given], x.tolist())
        for part, suffix in (("value", ""), ("slope", "_grad")):
            with np.errstate(all="ignore"):
                wanted = entry.functions[name + suffix](x, **given)
            got = np.array([float(text) for text in found[part]])
            finite = np.isfinite(wanted)
            assert finite.sum() >= 50
            np.testing.assert_array_equal(got[~finite], wanted[~finite])
            assert (np.abs(got[finite] - wanted[finite]) <= 1e-6 * np.maximum(1, np.abs(wanted[finite]))).all(), (given, part)
        known = entry.properties(**given)
        assert sorted(set(found["kinks"])) == pytest.approx(known.kinks)
        assert tuple(float(end) for end in found["range"]) == pytest.approx(known.range)
        assert (found["monotonic"], found["symmetry"], found["allowed"]) == (known.monotonic, known.symmetry, True)


def test_mathematics_is_good_to_twelve_digits(page):
    page.open()
    x = np.concatenate([np.linspace(-6, 26, 321), np.geomspace(1e-12, 1, 25), -np.geomspace(1e-12, 1, 25)]).tolist()
    for name in ("erf", "erfc", "exp", "expm1", "log1p", "tanh"):
        usable = [at for at in x if name != "log1p" or at > -1]
        got = page.run(f"return arguments[0].map(fastact.mathematics.{name})", usable)
        np.testing.assert_allclose(got, [getattr(math, name)(at) for at in usable], rtol=1e-12, atol=0, err_msg=name)


@pytest.mark.parametrize(
    "name, given, part, closed, bare",
    [
        ("binary_step", {"threshold": 0}, "value", [[0, 1]], [[0, 0]]),
        ("hard_shrink", {"lambd": 0.5}, "value", [[-0.5, 0], [0.5, 0]], [[-0.5, -0.5], [0.5, 0.5]]),
        ("relu", {}, "slope", [[0, 0]], [[0, 1]]),
        ("relu", {}, "value", [], []),
    ],
)
def test_jumps_are_points_and_no_lines(page, name, given, part, closed, bare):
    page.open()
    script = """const [name, given, part] = arguments, one = fastact.functions[name];
        return fastact.curves.curve(one[part](given), one.kinks(given), -5, 5)"""
    found = page.run(script, name, given, part)
    assert found["closed"] == closed
    np.testing.assert_allclose(np.reshape(found["open"], (-1, 2)), np.reshape(bare, (-1, 2)), atol=1e-6)
    assert len(found["lines"]) == 1 + len(closed)
    steps = [b[1] - a[1] for line in found["lines"] for a, b in itertools.pairwise(line)]
    assert max(map(abs, steps)) < 0.1


def test_parameters_move_by_slider_and_by_field(page):
    page.open("#swish")
    assert page.values()["value"] == pytest.approx(fa.swish(1.0), rel=1e-5)
    slider = "#parameters input[type=range]"
    page.keys(slider, *["ARROW_RIGHT"] * 5)
    beta = float(page.find(slider).get_attribute("value"))
    assert beta > 1 and float(page.find("#first-beta").get_attribute("value")) == beta
    assert page.values()["value"] == pytest.approx(fa.swish(1.0, beta=beta), rel=1e-5)
    page.until(lambda: page.hash == f"#swish&beta={beta:g}")
    page.write("#first-beta", "2.5")
    assert page.values()["slope"] == pytest.approx(fa.swish_grad(1.0, beta=2.5), rel=1e-5)
    assert float(page.find(slider).get_attribute("value")) == 2.5
    page.find("#parameters button").click()
    assert page.values()["value"] == pytest.approx(fa.swish(1.0), rel=1e-5)


def test_parameters_that_a_function_cannot_have_are_refused(page):
    page.open("#hard_tanh&at=3")
    page.write("#first-min_val", "2")
    problem = page.find("#parameters [role=alert]")
    assert problem.is_displayed() and problem.text == "hard_tanh needs min_val ≤ max_val."
    assert page.values()["value"] == 1
    page.write("#first-min_val", "0.5")
    assert not problem.is_displayed() and page.find("#first-min_val").get_attribute("aria-invalid") == "false"


def test_filter_and_gallery_by_keyboard(page):
    page.open()
    page.find("#filter").send_keys("SHRINK")
    names = [link.text for link in page.driver.find_elements("css selector", "#functions a") if link.is_displayed()]
    assert names == ["tanh_shrink", "hard_shrink", "soft_shrink", "shrink"]
    assert page.find("#found").text == "4 functions"
    page.keys("#filter", "ARROW_DOWN")
    page.driver.switch_to.active_element.send_keys("\ue014\ue014")  # twice to the right
    page.driver.switch_to.active_element.send_keys("\ue007")  # Enter
    assert page.find("h1").text == "soft_shrink"
    assert page.find("#functions [aria-current]").text == "soft_shrink"
    page.write("#filter", "nothing like it")
    assert page.find("#found").text == "no functions"


def test_links_and_back(page):
    page.open("#mish&second=elu&second.alpha=2&from=-8&to=4&at=-1&hide=slope&errors=slope")
    assert page.values() == pytest.approx(
        {
            "value": fa.mish(-1.0),
            "slope": fa.mish_grad(-1.0),
            "second": fa.elu(-1.0, alpha=2),
            "second-slope": fa.elu_grad(-1.0, alpha=2),
        },
        rel=1e-5,
    )
    assert not page.find("[data-curve=slope] input").is_selected() and page.find("#errors-of [value=slope]").is_selected()
    assert [page.find(f"#{end}").get_attribute("value") for end in ("from", "to")] == ["-8", "4"]
    before = page.hash
    page.find("#functions [data-name=relu]").click()
    assert page.find("h1").text == "relu" and page.hash.startswith("#relu&second=elu")
    page.driver.back()
    page.until(lambda: page.find("h1").text == "mish")
    assert page.hash == before
    page.driver.forward()
    page.until(lambda: page.find("h1").text == "relu")
    assert page.find("#page").get_attribute("href").endswith("/functions/relu.html")


def test_an_address_that_tells_nonsense(page):
    page.open("#no_such&at=abc&from=7&to=7&second=neither&hide=all")
    assert "no_such" in page.find("#notice").text and page.find("h1").text == "gelu"
    assert page.values() == pytest.approx({"value": fa.gelu(1.0), "slope": fa.gelu_grad(1.0)}, rel=1e-5)
    page.open("#elu&alpha=%E0%A4%A")
    assert page.find("h1").text == "elu"


def test_compare_swap_and_hide(page):
    page.open("#tanh")
    paths = "return document.querySelectorAll('#curve svg .first > path, #curve svg .second > path').length"
    assert page.run(paths) == 2
    page.find("#second option[value=softsign]").click()
    assert page.values()["second"] == pytest.approx(fa.softsign(1.0)) and page.run(paths) == 4
    for key in ("slope", "second-slope"):
        page.find(f"[data-curve={key}] input").click()
    assert page.run(paths) == 2
    page.find("#swap").click()
    assert page.find("h1").text == "softsign" and page.values()["second"] == pytest.approx(fa.tanh(1.0), rel=1e-5)
    page.until(lambda: page.hash == "#softsign&second=tanh&hide=slope,second-slope")
    page.find("#second option[value='']").click()
    assert set(page.values()) == {"value", "slope"}


def test_cursor_by_keys_and_pointer(page):
    page.open("#silu")
    page.keys("#curve", "ARROW_LEFT", "ARROW_LEFT")
    assert page.values()["value"] == pytest.approx(fa.silu(0.8), rel=1e-5)
    assert "x = 0.8, silu 0.552, derivative of silu" in page.find("#curve").get_attribute("aria-valuetext")
    page.keys("#curve", "HOME")
    assert page.values()["slope"] == pytest.approx(fa.silu_grad(-5.0), rel=1e-5)
    page.write("#at", "2.25")
    assert page.values()["value"] == pytest.approx(fa.silu(2.25), rel=1e-5)
    page.until(lambda: page.find("#spoken").get_attribute("textContent").startswith("x = 2.25, silu 2.0"))
    from selenium.webdriver import ActionChains

    ActionChains(page.driver).move_to_element(page.find("#curve svg")).perform()
    x = float(page.find("#at").get_attribute("value"))
    assert abs(x) < 0.5 and page.values()["value"] == pytest.approx(fa.silu(x), abs=1e-4)
    ActionChains(page.driver).move_to_element(page.find("#name")).perform()
    assert page.values()["value"] == pytest.approx(fa.silu(2.25), rel=1e-5)


def test_range_by_fields_keys_and_buttons(page):
    def ends():
        return [float(page.find(f"#{end}").get_attribute("value")) for end in ("from", "to")]

    page.open("#sine&at=0")
    page.keys("#curve", "+")
    assert ends() == [-3.125, 3.125]
    page.keys("#curve", "-")
    page.find("#farther").click()
    assert ends() == [-8, 8]
    page.write("#from", "-12")
    assert ends() == [-12, 8]
    page.write("#to", "1e9")
    assert ends() == [-12, 100]
    page.find("#whole").click()
    assert ends() == [-5, 5]
    page.keys("#curve", *["+"] * 30)
    low, high = ends()
    assert low < 0 < high and 0.001 <= high - low < 0.002
    page.write("#to", str(low))
    assert ends() == [low, high]


def test_errors_are_drawn_and_told(page):
    page.open("#tanh")
    points = "return document.querySelectorAll('#errors .own circle').length"
    whole = page.run(points)
    assert whole > 100
    page.run("document.querySelector('#errors-of [value=slope]').click()")
    told = page.find("#errors-summary").text
    assert "120,000,000 ULP" in told and f"bound is {ENTRIES['tanh'].bounds['tanh_grad']['float32']:g}." in told
    page.run("document.querySelector('#errors-span [value=above]').click()")
    assert 50 < page.run(points) < whole
    page.until(lambda: page.hash == "#tanh&errors=slope&span=above")


def test_a_network_learns(page):
    def told(name):
        return number(page.find(f"#{name}").text)

    page.open()
    first = told("loss")
    page.find("#start").click()
    page.until(lambda: told("steps") > 60, seconds=60)
    page.find("#unit option[value=swish]").click()
    page.write("#unit-beta", "2")
    page.until(lambda: told("steps") > 300, seconds=60)
    page.find("#start").click()
    assert told("loss") < first / 2 and told("right") > 70
    assert "Paused after" in page.find("#learned").text
    steps = told("steps")
    page.find("#step").click()
    assert told("steps") == steps + 1
    page.find("#reset").click()
    assert told("steps") == 0
    page.keys("#layers", "HOME")
    assert page.find("#layers-told").text == "1"
    page.find("#unit option[value=logit]").click()
    page.find("#step").click()
    assert "not finite" in page.find("#learned").text


def test_gradients_of_the_network_are_those_of_differences(page):
    page.open()
    found = page.run("""
        const { value, slope } = fastact.functions.gelu;
        const net = new fastact.network.Network(2, 5, { value: value({}), slope: slope({}) }, 3);
        const data = fastact.network.spirals(3, 20);
        data.points.forEach((point, k) => net.accumulate(point, data.labels[k], 1 / data.points.length));
        return net.layers.map(({ weights, gradient }) => Array.from(weights, (weight, k) => {
            const at = (moved) => { weights[k] = moved; return net.judge(data).loss; };
            const difference = (at(weight + 1e-5) - at(weight - 1e-5)) / 2e-5;
            weights[k] = weight;
            return [gradient[k], difference];
        }))""")
    for layer in found:
        own, differences = np.array(layer).T
        np.testing.assert_allclose(own, differences, rtol=1e-5, atol=1e-9)


# ---- for everybody -----------------------------------------------------------------------------------------------------------

STATES = ("", "#srelu&second=elu&second.alpha=2", "#no_such")


def axe():
    spec = importlib.util.find_spec("axe_playwright_python") or pytest.skip("no package with axe-core")
    return (Path(spec.origin).parent / "axe.min.js").read_text()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("fragment", STATES)
def test_axe_finds_nothing(page, size, dark, fragment):
    script = axe()
    page.open(fragment, size, dark)
    page.run(script)
    told = page.driver.execute_async_script("axe.run(document, {preload: false}).then(arguments[0])")
    found = told["violations"]
    assert len(told["passes"]) > 20 and [(one["id"], [node["html"][:90] for node in one["nodes"]][:3]) for one in found] == []


def test_a_telephone_scrolls_no_page_sideways(page):
    page.open("", NARROW)
    for name in ENTRIES:
        page.run("location.hash = arguments[0]", f"#{name}&second={name}")
        page.until(lambda name=name: page.find("#name").text == name)
        assert page.run("return document.documentElement.scrollWidth") <= NARROW[0], name


def test_everything_is_reached_by_tab_and_seen_when_it_is(page):
    page.open("#swish&second=elu")
    script = """const one = document.activeElement, style = getComputedStyle(one), next = one.nextElementSibling;
        const outlined = [style, next && getComputedStyle(next)].some((look) => look && look.outlineStyle !== 'none');
        return [one.id || one.getAttribute('aria-label') || one.value || one.tagName, outlined]"""
    reached = {}
    while "BODY" not in reached and len(reached) < 60:
        page.driver.switch_to.active_element.send_keys("\ue004")
        name, outlined = page.run(script)
        reached.setdefault(name, outlined)
    fields = {"skip", "filter", "at", "from", "to", "first-beta", "second", "second-alpha", "unit", "layers", "units", "rate"}
    assert {*fields, "curve", "closer", "farther", "whole", "swap", "seed", "start"} <= set(reached)
    assert [name for name, outlined in reached.items() if not outlined] == ["BODY"]


@pytest.mark.parametrize("fragment", STATES[:2])
def test_it_prints_on_one_page(page, fragment):
    page.open(fragment)
    for width, height in ((8.27, 11.69), (8.5, 11)):  # A4 and Letter
        printed = page.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": width, "paperHeight": height})["data"]
        assert len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed))) == 1
