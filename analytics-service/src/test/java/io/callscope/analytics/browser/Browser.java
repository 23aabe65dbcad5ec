package io.callscope.analytics.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that looks at {@link TestPages}. Where none is installed the tests skip and say so, unless the
 * environment says {@code CALLSCOPE_BROWSER=required}. Close it.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final TestPages pages;
    private final ChromeDriver driver;

    private Browser(TestPages pages, ChromeDriver driver) {
        this.pages = pages;
        this.driver = driver;
    }

    static Browser on(TestPages pages) {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!there && !"required".equals(System.getenv("CALLSCOPE_BROWSER"))) {
            Assumptions.abort("no Chromium: install Debian's packages chromium and chromium-driver to run this test");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--mute-audio",
                "--hide-scrollbars",
                "--autoplay-policy=no-user-gesture-required");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        Browser browser = new Browser(pages, driver);
        browser.size(1280, 900);
        return browser;
    }

    /** The size of the page itself, CSS pixels. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Whether the server can be reached. */
    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void open(String path) {
        driver.get(pages.uri(path).toString());
    }

    /** Signs in at the door, as a person does. */
    void signIn(Role role) {
        open("/login");
        find("input[name=login]").sendKeys(role.id());
        find("input[name=password]").sendKeys(TestPages.password(role));
        find("main form button[type=submit]").click();
        waitFor("the page behind the door", () -> !path().startsWith("/login"));
    }

    /** Leaves without a trace on the server. */
    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    String path() {
        return Objects.requireNonNull(driver.getCurrentUrl()).replaceFirst("^https?://[^/]+", "");
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Clicks the first such element as soon as nothing lies over it: pages scroll to a mark while they open. */
    void click(String css) {
        click(find(css));
    }

    /** See {@link #click(String)}. */
    void click(WebElement element) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(ElementClickInterceptedException.class)
                .until(d -> {
                    // what sticks to the window's upper edge does not reach its middle
                    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
                    element.click();
                    return true;
                });
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What a reader sees of the first such element; empty when there is none. */
    String text(String css) {
        List<WebElement> found = all(css);
        return found.isEmpty() ? "" : found.get(0).getText();
    }

    /** Waits until there is such an element, and gives it. */
    WebElement await(String css) {
        return new WebDriverWait(driver, PATIENCE).until(d -> {
            List<WebElement> found = all(css);
            return found.isEmpty() ? null : found.get(0);
        });
    }

    void waitFor(String what, java.util.function.BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(what)
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(d -> condition.getAsBoolean());
    }

    /** Does something in the tab that was opened last, closes it and comes back. */
    void inOtherTab(Runnable work) {
        String here = driver.getWindowHandle();
        waitFor("another tab", () -> driver.getWindowHandles().size() > 1);
        for (String tab : driver.getWindowHandles()) {
            if (!tab.equals(here)) {
                driver.switchTo().window(tab);
            }
        }
        work.run();
        driver.close();
        driver.switchTo().window(here);
    }

    /** Keys for the page, not for a field. */
    void press(CharSequence... keys) {
        driver.findElement(By.tagName("body")).sendKeys(keys);
    }

    Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    double number(String script) {
        return ((Number) Objects.requireNonNull(script("return " + script))).doubleValue();
    }

    /** Whether the page is wider than the window. */
    boolean scrollsSideways() {
        return (Boolean) Objects.requireNonNull(
                script("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /** Errors of scripts and refused resources since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(line -> line.startsWith("SEVERE"))
                .toList();
    }

    /** Violations that keep people out, each as its rule and where it is. */
    List<String> barriers() {
        return grave(new AxeBuilder());
    }

    /** Those of them that a theme alone can make. */
    List<String> poorContrasts() {
        return grave(new AxeBuilder().withOnlyRules(List.of("color-contrast")));
    }

    private List<String> grave(AxeBuilder axe) {
        String status = text(".problem .status");
        if (status.startsWith("5")) {
            throw new AssertionError("%s: expected the page, got %s".formatted(path(), status));
        }
        return axe.setLegacyMode(true).analyze(driver).getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Browser::described)
                .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList();
    }

    /** As paper shows the page from here on, or the screen again. */
    void paper(boolean paper) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
    }

    /** Kept as build output. */
    void shoot(String name) {
        try {
            Files.createDirectories(SHOTS);
            // what sticks to the window's edge belongs at its place
            script("window.scrollTo(0, 0)");
            Object height = script("return Math.min(document.documentElement.scrollHeight, 4000)");
            Map<String, Object> shot = driver.executeCdpCommand(
                    "Page.captureScreenshot",
                    Map.of(
                            "format",
                            "png",
                            "captureBeyondViewport",
                            true,
                            "clip",
                            Map.of(
                                    "x", 0,
                                    "y", 0,
                                    "width", number("window.innerWidth"),
                                    "height", Objects.requireNonNull(height),
                                    "scale", 1)));
            Files.write(SHOTS.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png((String)
                    Objects.requireNonNull(shot.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
