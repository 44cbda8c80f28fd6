package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports as a browser shows them: accessible, asking for nothing, as wide as the window. Pages and pictures are left in target/browser. */
class ReportInBrowser extends Scene {
    private static final Path PICTURES = Path.of("target/browser");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(PICTURES);
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("browser", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    private String run(int exit, String... words) {
        String confirm = shell().json(words).exits(0).text("confirm");
        return execute(confirm, "licences,mailbox", words).exits(exit).text("run");
    }

    private void look(String name, String run) throws IOException {
        for (String language : List.of("en", "ja")) {
            Path file = PICTURES.resolve(name + "-" + language + ".html").toAbsolutePath();
            shell().run("run", "report", run, "--html", file.toString(), "--lang", language).exits(0);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(DESKTOP, PHONE)) {
                    show(file, width, scheme, name + "-" + language + "-" + width + "-" + scheme.name().toLowerCase(
                            Locale.ROOT));
                }
            }
            print(file, name + "-" + language);
        }
    }

    private static void show(Path file, int width, ColorScheme scheme, String name) {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            List<String> asked = new ArrayList<>();
            page.onRequest((Request request) -> asked.add(request.url()));
            page.navigate(file.toUri().toString());
            assertEquals(List.of(file.toUri().toString()), asked, name + " asks for nothing else");
            assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes()).toList(), name);
            assertFalse((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"),
                    name + " is wider than its window");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        }
    }

    private static void print(Path file, String name) {
        try (Page page = browser.newPage()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(file.toUri().toString());
            page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true)
                    .setPath(PICTURES.resolve(name + ".pdf")));
        }
    }

    @Test
    void aRunThatEndedAsPlanned() throws IOException {
        serve("small");
        look("completed", run(0, "mailbox", "remove", "--all", "--keep-identity", "--reason", "left the school"));
    }

    @Test
    void aRunThatHarmedSomebody() throws IOException {
        serve("synthetic:200");
        tenant().faults("[{\"misbehave\":\"identity-lost\",\"from\":25}]");
        look("violated", run(22, "mailbox", "remove", "--all", "--keep-identity"));
    }
}
