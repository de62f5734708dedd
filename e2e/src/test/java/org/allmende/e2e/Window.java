package org.allmende.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser of somebody's own, with words for what people do: go, see, fill, press. It notes what a
 * reader would never see: errors of scripts, refusals by the content policy, requests to strangers.
 */
final class Window implements AutoCloseable {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  /** What the browser notes while a test keeps the network from it; no fault of ours. */
  private static final String OFFLINE = "ERR_INTERNET_DISCONNECTED";

  private static final double PATIENCE = 20_000;
  private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

  private final URI home;
  private final Device device;
  private final BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  Window(Browsers browsers, URI home, Device device) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    this.home = home;
    this.device = device;
    this.context = browsers.chromium().newContext(device.options());
    this.context.setDefaultTimeout(PATIENCE);
    this.page = open();
  }

  private Page open() {
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains(OFFLINE)) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(request -> {
      URI asked = URI.create(request.url());
      if (asked.getHost() != null && !asked.getHost().equals(home.getHost())) {
        complaints.add(page.url() + " asks " + asked.getHost());
      }
    });
    return page;
  }

  /** Closes the tab and opens an empty one; what the browser keeps stays. */
  Window reopen() {
    page.close();
    page = open();
    return this;
  }

  /** The same with nothing to complain about yet. */
  Window anew() {
    reopen();
    complaints.clear();
    return this;
  }

  Page page() {
    return page;
  }

  /** Whether the parts of a page have to take turns. */
  boolean isSmall() {
    return device.width() < 800;
  }

  /** Opens an address of the program, which must answer well. */
  Window go(String address) {
    Response response = page.navigate(home.resolve(address).toString());
    assertThat(response.status()).as("GET %s", address).isBetween(200, 399);
    return this;
  }

  /** Goes where nothing is; the program must say so. */
  Window goAstray(String address) {
    assertThat(page.navigate(home.resolve(address).toString()).status())
        .as("GET %s", address)
        .isEqualTo(404);
    return isToldOf(404);
  }

  /** The browser noted an answer of this status, as it should. */
  Window isToldOf(int status) {
    complaints.removeIf(complaint -> complaint.contains("status of " + status));
    return this;
  }

  /** The network is gone, as in a cellar or a train. */
  Window loseConnection() {
    context.setOffline(true);
    return this;
  }

  Window findConnection() {
    context.setOffline(false);
    return this;
  }

  /** Takes over the login of another window. */
  Window knownAs(Window other) {
    context.addCookies(other.context.cookies());
    return this;
  }

  /** The path shown now. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  Window sees(String text) {
    assertThat(page.getByText(text).filter(VISIBLE).first()).isVisible();
    return this;
  }

  Window seesHeading(String text) {
    assertThat(named(AriaRole.HEADING, text)).isVisible();
    return this;
  }

  Window seesNothingOf(String text) {
    assertThat(page.locator("main").getByText(text)).hasCount(0);
    return this;
  }

  /** Writes into the field whose label begins so. */
  Window fill(String label, String value) {
    field(label, "input, textarea").fill(value);
    return this;
  }

  Window choose(String label, String option) {
    field(label, "select").selectOption(new SelectOption().setLabel(option));
    return this;
  }

  /** Ticks a box or picks one of several. */
  Window tick(String label) {
    field(label, "[type=checkbox], [type=radio]").check();
    return this;
  }

  private Locator field(String label, String kind) {
    return page.getByLabel(beginning(label)).and(page.locator(kind)).filter(VISIBLE).first();
  }

  /** Read by JavaScript, which knows no quoting of whole texts. */
  private static Pattern beginning(String words) {
    return Pattern.compile("^\\s*" + words.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0"));
  }

  /** Presses the button that is named so. */
  Window press(String name) {
    named(AriaRole.BUTTON, name).click();
    return this;
  }

  /** Follows the link that is named so. */
  Window follow(String name) {
    named(AriaRole.LINK, name).click();
    return this;
  }

  /** The visible control whose name holds the words. */
  Locator named(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).filter(VISIBLE).first();
  }

  /**
   * Nothing went wrong on the way, and the page keeps the rules of WCAG 2.2 AA where axe can run.
   */
  Window isFine() {
    assertThat(complaints).as("what the browser complained about").isEmpty();
    if (device == Device.PLAIN) {
      return this;
    }
    keeps(new AxeBuilder(page).withTags(RULES));
    return this;
  }

  /** Night changes nothing but colours, so only contrast is looked at again. */
  Window isReadableAtNight() {
    // Without motion, because a button on its way to another colour is neither.
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
    keeps(new AxeBuilder(page).withRules(List.of("color-contrast")));
    return this;
  }

  private void keeps(AxeBuilder rules) {
    List<Rule> broken = rules.setLegacyMode(true).analyze().getViolations();
    forgetWhatAxeDid();
    assertThat(broken.stream().map(Window::told).collect(Collectors.toList()))
        .as("axe at %s", page.url())
        .isEmpty();
  }

  /** Axe itself writes styles into the page, which the content policy refuses. */
  private void forgetWhatAxeDid() {
    page.title();
    complaints.clear();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .map(node -> "\n  " + node.getTarget() + " " + node.getHtml())
            .collect(Collectors.joining());
  }

  /** The page does not scroll sideways. */
  Window fits() {
    Object beyond =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) beyond).intValue())
        .as("pixels beyond the window at %s", page.url())
        .isLessThanOrEqualTo(0);
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}
