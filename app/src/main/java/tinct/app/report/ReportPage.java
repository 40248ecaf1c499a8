package tinct.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tinct.app.study.Study;
import tinct.app.text.Json;
import tinct.app.text.Units;
import tinct.app.web.Bundle;
import tinct.app.web.WebFiles;

/**
 * The file of a report, written from its beginning to its end: style, pictures, table, scripts. It needs nothing else, and
 * forbids that anything else be loaded.
 *
 * <p>Pictures and figures are in elements that browsers do not look into before they are opened, so that a report of many
 * is there at once.
 */
final class ReportPage {
    private final OutputStream out;
    private final String title;
    private final String command;
    private final String script = Bundle.of("report.js");
    private final List<Json> rows = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder(); // the table for who runs no scripts

    /**
     * A page on a stream, which stays open.
     *
     * @param command the command line that made it
     */
    ReportPage(OutputStream out, String title, String command) {
        this.out = out;
        this.title = title;
        this.command = command;
    }

    /** Writes what comes before the pictures. */
    void begin() throws IOException {
        String style = WebFiles.style();
        String policy = "default-src 'none'; img-src data: blob:; script-src '" + hash(script) + "'; style-src '"
                + hash(style) + "'; base-uri 'none'; form-action 'none'";
        write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
        write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        write("<meta name=\"generator\" content=\"Tinct\">\n<title>" + escape(title) + "</title>\n");
        write("<style>" + style + "</style>\n</head>\n<body>\n");
        write("<header class=\"masthead\"><span class=\"brand\">Tinct</span><div id=\"tools\"></div></header>\n");
        write("<main id=\"main\"></main>\n");
    }

    /** Writes a picture. */
    void add(Chapter chapter, Path file) throws IOException {
        int number = rows.size();
        Json row = new Json().put("number", number).put("name", chapter.name());
        rows.add(row);
        Optional<String> problem = chapter.problem(file);
        if (problem.isPresent()) {
            row.put("error", problem.get());
            plainRow(chapter.name(), problem.get());
        }
        if (chapter.contents().isPresent()) {
            Chapter.Contents contents = chapter.contents().get();
            put(row, contents);
            data("study-" + number, contents.study().json());
            picture("before-" + number, contents.before());
            picture("after-" + number, contents.after());
        }
    }

    /** Writes what comes after the pictures. */
    void end() throws IOException {
        data("report", new Json().put("title", title).put("command", command).put("pictures", rows));
        write("<noscript><h1>" + escape(title) + "</h1>\n<p>The figures of this report are drawn by scripts.</p>\n"
                + "<table><thead><tr><th>Picture</th><th>Result</th></tr></thead><tbody>\n" + plain
                + "</tbody></table></noscript>\n");
        write("<!-- This page holds uPlot and three.js:\n");
        for (String license : WebFiles.LICENSES) {
            write(WebFiles.text(license).replace("--", "- -") + "\n");
        }
        write("-->\n<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private void put(Json row, Chapter.Contents contents) {
        Study study = contents.study();
        row.put("width", study.width())
                .put("height", study.height())
                .put("bytesBefore", study.before().bytes())
                .put("bytesAfter", study.after().bytes())
                .put("colorsBefore", study.before().colors())
                .put("colorsAfter", study.after().colors())
                .put("ssimulacra2", study.likeness().ssimulacra2())
                .put("psnr", study.likeness().psnr())
                .put("thumbnail", contents.thumbnail().picture().address())
                .put("thumbnailWidth", contents.thumbnail().width())
                .put("thumbnailHeight", contents.thumbnail().height());
        plainRow(
                study.name(),
                Units.bytes(study.before().bytes()) + " to "
                        + Units.bytes(study.after().bytes()) + ", "
                        + Units.count(study.before().colors()) + " colours to "
                        + Units.count(study.after().colors()));
    }

    private void plainRow(String name, String text) {
        plain.append("<tr><td>")
                .append(escape(name))
                .append("</td><td>")
                .append(escape(text))
                .append("</td></tr>\n");
    }

    private void data(String id, Json json) throws IOException {
        write("<script type=\"application/json\" id=\"" + id + "\">" + json + "</script>\n");
    }

    private void picture(String id, Shown picture) throws IOException {
        write("<script type=\"text/plain\" id=\"" + id + "\" data-type=\"" + picture.type() + "\">" + picture.base64()
                + "</script>\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    /** What a policy calls a script or style. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** A text that is no markup, in elements and in attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
