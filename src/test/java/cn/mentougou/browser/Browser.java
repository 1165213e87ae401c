package cn.mentougou.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * One window of a fresh browser: goes to a page, waits for what a person would wait for,
 * and keeps pictures of it in {@code target/screenshots}.
 */
public final class Browser implements AutoCloseable {

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final Duration GLANCE = Duration.ofMillis(50);

	private final ChromeDriver driver;

	private final Path profile;

	Browser(ChromeDriver driver, Path profile) {
		this.driver = driver;
		this.profile = profile;
	}

	/**
	 * Opens a window as wide as a desk's.
	 * @return the window
	 */
	public static Browser open() {
		return InstalledBrowser.find().start().still().sized(1440, 900);
	}

	/**
	 * Makes the window as large as that screen, pictures included.
	 * @param width the width in CSS pixels
	 * @param height the height in CSS pixels
	 * @return this window
	 */
	public Browser sized(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
		return this;
	}

	/** Nothing slides or fades, so that a click meets what was aimed at. */
	private Browser still() {
		return preferring("light");
	}

	/** As on a machine whose owner likes dark windows. */
	public Browser dark() {
		return preferring("dark");
	}

	/** As in WeChat on an old phone with a small screen. */
	public Browser inWeChat() {
		this.driver.executeCdpCommand("Network.setUserAgentOverride", Map.of("userAgent",
				"Mozilla/5.0 (Linux; Android 8.0) AppleWebKit/537.36 Chrome/86.0 MicroMessenger/8.0.50 Language/zh_CN"));
		return sized(360, 740);
	}

	private Browser preferring(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"),
						Map.of("name", "prefers-color-scheme", "value", scheme))));
		return this;
	}

	public Browser visit(String address) {
		this.driver.get(address);
		return this;
	}

	public WebElement find(String selector) {
		return patiently(() -> "no visible " + selector).until((one) -> one.findElements(By.cssSelector(selector))
			.stream()
			.filter(this::isShown)
			.findFirst()
			.orElse(null));
	}

	/**
	 * The element that a person would name by its words.
	 * @param selector which elements come into question
	 * @param words what the element says
	 * @return the first one that is seen and says so
	 */
	public WebElement find(String selector, String words) {
		return patiently(() -> "no visible " + selector + " that says " + words)
			.until((one) -> one.findElements(By.cssSelector(selector))
				.stream()
				.filter((each) -> isShown(each) && says(each, words))
				.findFirst()
				.orElse(null));
	}

	public int count(String selector) {
		return this.driver.findElements(By.cssSelector(selector)).size();
	}

	public Browser click(String selector) {
		until("click " + selector, () -> tryTo(() -> find(selector).click()));
		return this;
	}

	public Browser click(String selector, String words) {
		until("click " + selector + " " + words, () -> tryTo(() -> find(selector, words).click()));
		return this;
	}

	public Browser type(String selector, CharSequence... keys) {
		find(selector).sendKeys(keys);
		return this;
	}

	/** Types wherever the keyboard's focus is. */
	public Browser press(CharSequence keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
		return this;
	}

	/**
	 * Looks into a frame and comes back.
	 * @param frame the frame's selector
	 * @param look what is asked inside
	 * @return the answer
	 */
	public boolean inFrame(String frame, Predicate<Browser> look) {
		this.driver.switchTo().frame(find(frame));
		try {
			return look.test(this);
		}
		finally {
			this.driver.switchTo().defaultContent();
		}
	}

	public Browser until(String what, BooleanSupplier holds) {
		patiently(() -> what).until((one) -> holds.getAsBoolean());
		return this;
	}

	public Object run(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	Object runLater(String script) {
		return this.driver.executeAsyncScript(script);
	}

	/**
	 * What the page complained of, such as a refused script; network noise included.
	 * @return the browser's messages of the gravest kind since the last call
	 */
	public List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/**
	 * Barriers for people who use a keyboard, a screen reader or low contrast.
	 * @return one line for each serious or critical finding of axe
	 */
	public List<String> barriers() {
		return Barriers.on(this);
	}

	public Path screenshot(String name) {
		try {
			Files.createDirectories(PICTURES);
			return Files.write(PICTURES.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
		FileSystemUtils.deleteRecursively(this.profile.toFile());
	}

	/** What never comes leaves a picture of what there was instead. */
	private Wait<WebDriver> patiently(Supplier<String> missing) {
		return new WebDriverWait(this.driver, PATIENCE).pollingEvery(GLANCE)
			.withMessage(() -> missing.get() + ", see " + screenshot("failed-" + System.currentTimeMillis()));
	}

	private boolean isShown(WebElement element) {
		try {
			return element.isDisplayed();
		}
		catch (WebDriverException ex) {
			return notGone(ex);
		}
	}

	/**
	 * False if the element went with its page, for which the driver has several words.
	 * @throws WebDriverException the failure itself if it is another one
	 */
	private static boolean notGone(WebDriverException ex) {
		if (ex instanceof StaleElementReferenceException || ex instanceof NoSuchElementException
				|| String.valueOf(ex.getMessage()).contains("does not belong to the document")) {
			return false;
		}
		throw ex;
	}

	private boolean says(WebElement element, String words) {
		try {
			return element.getText().contains(words);
		}
		catch (WebDriverException ex) {
			return notGone(ex);
		}
	}

	/** A page that draws itself anew may swap an element between finding and clicking. */
	private boolean tryTo(Runnable action) {
		try {
			action.run();
			return true;
		}
		catch (StaleElementReferenceException | JavascriptException ex) {
			return false;
		}
		catch (TimeoutException ex) {
			throw new AssertionError(ex.getMessage(), ex);
		}
		catch (WebDriverException ex) {
			return notGone(ex);
		}
	}

}
