package tinct.app.report;

import tinct.app.web.WebFiles;

/** A page in the style of the report that has no scripts. It needs nothing else, and forbids that anything else be loaded. */
public final class StaticPage {
    private StaticPage() {}

    /**
     * The page.
     *
     * @param body markup, in which texts have been {@link #escape escaped}; pictures are data
     */
    public static String of(String title, String body) {
        String style = WebFiles.style();
        String policy = "default-src 'none'; img-src data:; style-src '" + ReportPage.hash(style)
                + "'; base-uri 'none'; form-action 'none'";
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"generator\" content=\"Tinct\">\n<title>" + escape(title) + "</title>\n"
                + "<style>" + style + "</style>\n</head>\n<body>\n"
                + "<header class=\"masthead\"><span class=\"brand\">Tinct</span></header>\n<main>\n<h1>" + escape(title)
                + "</h1>\n" + body + "</main>\n</body>\n</html>\n";
    }

    /** A text that is no markup, in elements and in attributes. */
    public static String escape(String text) {
        return ReportPage.escape(text);
    }
}
