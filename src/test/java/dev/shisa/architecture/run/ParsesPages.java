package dev.shisa.architecture.run;

import org.jsoup.parser.Parser;

/** Wrong: reads a web page. */
final class ParsesPages {
    Parser parser() {
        return Parser.htmlParser();
    }
}
