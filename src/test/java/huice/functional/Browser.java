package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import huice.model.Actor;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser as a person uses it: finds things by what is written on them. One for the whole run;
 * {@link #fresh} begins anew, without cookies.
 */
final class Browser {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static Browser shared;

  private final ChromeDriver driver;

  private Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=zh-CN",
        "--user-data-dir=" + folder());
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
  }

  private static String folder() {
    try {
      Path folder = Files.createTempDirectory("browser");
      folder.toFile().deleteOnExit();
      return folder.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody is signed in; a desk's screen, and the network is there. */
  static synchronized Browser fresh() {
    if (shared == null) {
      Browser browser = new Browser();
      Runtime.getRuntime().addShutdownHook(new Thread(browser.driver::quit));
      shared = browser;
    }
    shared.online(true);
    shared.screen(1280, 900, 1);
    shared.driver.get("about:blank");
    shared.go("/sign-in");
    shared.driver.manage().deleteAllCookies();
    return shared;
  }

  static Browser signedIn(Actor actor) {
    Browser browser = fresh();
    browser.go("/sign-in");
    browser.fill("账号", actor.name());
    browser.fill("密码", actor.name());
    browser.click("登录");
    return browser;
  }

  // Where and how ------------------------------------------------------------------------------

  Browser go(String path) {
    driver.get(RestAssured.baseURI + ":" + RestAssured.port + path);
    return this;
  }

  String path() {
    return driver.getCurrentUrl().replaceFirst("^https?://[^/]*", "");
  }

  /** CSS pixels wide and high; {@code zoom} 2 is what 200 % make of a screen twice as wide. */
  Browser screen(int width, int height, double zoom) {
    driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", zoom, "mobile", false));
    return this;
  }

  Browser online(boolean online) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    return this;
  }

  // What is there ------------------------------------------------------------------------------

  String title() {
    return driver.getTitle();
  }

  /** All text that can be seen. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  /** Whether the page as a whole has to be scrolled sideways. */
  boolean scrollsSideways() {
    Object wider =
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    return Boolean.TRUE.equals(wider);
  }

  boolean has(String words) {
    return text().contains(words);
  }

  Browser waitFor(String words) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "no \"" + words + "\" in:\n" + text())
        .until(d -> has(words));
    return this;
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** What an input says, by its label. */
  String typed(String label) {
    return labelled(label).getDomProperty("value");
  }

  // What people do -----------------------------------------------------------------------------

  /** Clicks the button or link that says so; of several the first. */
  Browser click(String words) {
    WebElement found =
        Stream.of("//main//button", "//main//a", "//main//summary", "//nav//a")
            .flatMap(
                place ->
                    driver
                        .findElements(
                            By.xpath(place + "[contains(normalize-space(.), '" + words + "')]"))
                        .stream())
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing says \"" + words + "\""));
    found.click();
    return this;
  }

  /** Types into the field with that label, in place of what is there, or chooses from its list. */
  Browser fill(String label, String value) {
    WebElement field = labelled(label);
    if (field.getTagName().equals("select")) {
      new Select(field)
          .selectByVisibleText(
              field.findElements(By.tagName("option")).stream()
                  .map(WebElement::getText)
                  .filter(text -> text.startsWith(value))
                  .findFirst()
                  .orElseThrow());
      return this;
    }
    field.clear();
    field.sendKeys(value);
    return this;
  }

  /** Ticks a box or chooses a radio by its label. */
  Browser tick(String label) {
    driver
        .findElement(By.xpath("//main//label[contains(normalize-space(.), '" + label + "')]"))
        .click();
    return this;
  }

  WebElement labelled(String label) {
    WebElement found =
        driver.findElement(
            By.xpath("//main//label[starts-with(normalize-space(.), '" + label + "')]"));
    return driver.findElement(By.id(found.getDomAttribute("for")));
  }

  Browser keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Goes from one thing to the next with the keyboard until one says so. */
  Browser tabTo(String words) {
    for (int i = 0; i < 200; i++) {
      keys(Keys.TAB);
      if (focused().contains(words)) {
        return this;
      }
    }
    throw new AssertionError("the keyboard does not come to \"" + words + "\"");
  }

  /** What the thing with the focus says: its text, or its label's. */
  String focused() {
    Object words =
        driver.executeScript(
            "const e = document.activeElement; if (!e || e === document.body) return '';"
                + " return (e.labels && e.labels.length ? e.labels[0].innerText : e.innerText) || ''");
    return String.valueOf(words);
  }

  /** Whether one sees what has the focus: an outline or a shadow around it. */
  boolean focusIsVisible() {
    Object seen =
        driver.executeScript(
            "const s = getComputedStyle(document.activeElement);"
                + " return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
                + " || s.boxShadow !== 'none'");
    return Boolean.TRUE.equals(seen);
  }

  Object script(String script) {
    return driver.executeScript(script);
  }

  // Judging ------------------------------------------------------------------------------------

  /** Nothing that axe calls serious or critical. */
  Browser accessible() {
    Results results = new AxeBuilder().analyze(driver);
    List<String> faults =
        results.getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Browser::told)
            .toList();
    assertThat(faults).as(path()).isEmpty();
    return this;
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().map(node -> "\n  " + node.getHtml()).toList();
  }

  /** The whole page, as target/screenshots/NAME.png. */
  Browser shot(String name) {
    Object height = driver.executeScript("return document.documentElement.scrollHeight");
    Object width = driver.executeScript("return document.documentElement.clientWidth");
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    try {
      Files.createDirectories(SHOTS);
      Files.write(
          SHOTS.resolve(name + ".png"), Base64.getDecoder().decode(shot.get("data").toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
