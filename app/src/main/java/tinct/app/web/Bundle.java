package tinct.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Modules joined to one classic script: a page that is opened from a file cannot load any. Understands modules as ours are
 * written, and nothing more:
 *
 * <ul>
 *   <li>{@code import { a, b as c } from './x.js';} and {@code import d from './x.js';}, each on a line of its own
 *   <li>{@code export function}, {@code export async function}, {@code export class}, {@code export const} at the
 *       beginning of a line
 *   <li>one {@code export{a as b};} at the end, as esbuild writes it
 *   <li>{@code import('./x.js')}, for what is evaluated only when it is needed
 * </ul>
 */
public final class Bundle {
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\{ ([^}]+) \\}|(\\w+)) from '\\./([^']+)';$", Pattern.MULTILINE);
    private static final Pattern LATER = Pattern.compile("\\bimport\\('\\./([^']+)'\\)");
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async function|function|class|const) (\\w+))", Pattern.MULTILINE);
    private static final Pattern LAST = Pattern.compile("export\\{([^}]+)\\};\\s*$");
    private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b.*$", Pattern.MULTILINE);

    private final Map<String, String> modules = new LinkedHashMap<>();

    private Bundle() {}

    /**
     * A script that does what a page would that loads a module.
     *
     * @param entry the module's name, such as {@code report.js}
     * @throws IllegalArgumentException if a module is not there, or not written as said above
     */
    public static String of(String entry) {
        Bundle bundle = new Bundle();
        bundle.add(entry);
        StringBuilder script = new StringBuilder("""
                (() => {
                'use strict';
                const modules = {};
                const made = {};
                const need = name => made[name] || (modules[name]((made[name] = {})), made[name]);
                """);
        bundle.modules.forEach((name, code) -> script.append("modules['")
                .append(name)
                .append("'] = exports => {\n")
                .append(code)
                .append("\n};\n"));
        return script.append("need('").append(entry).append("');\n})();\n").toString();
    }

    private void add(String name) {
        if (modules.containsKey(name)) {
            return;
        }
        modules.put(name, ""); // its place; ends circles
        modules.put(name, rewritten(name, WebFiles.text(name)));
    }

    private String rewritten(String name, String source) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        String code = IMPORT.matcher(source).replaceAll(match -> {
            add(folder + match.group(3));
            String names = match.group(1) == null
                    ? "default: " + match.group(2)
                    : match.group(1).replace(" as ", ": ");
            return Matcher.quoteReplacement("const { " + names + " } = need('" + folder + match.group(3) + "');");
        });
        code = LATER.matcher(code).replaceAll(match -> {
            add(folder + match.group(1));
            return Matcher.quoteReplacement("Promise.resolve().then(() => need('" + folder + match.group(1) + "'))");
        });
        List<String> exports = new ArrayList<>();
        code = EXPORT.matcher(code).replaceAll(match -> {
            exports.add(match.group(1));
            return "";
        });
        code = LAST.matcher(code).replaceAll(match -> {
            for (String pair : match.group(1).split(",", -1)) {
                String[] names = pair.split(" as ", -1);
                exports.add(names[names.length - 1] + ": " + names[0]);
            }
            return "";
        });
        Matcher left = LEFT.matcher(code);
        if (left.find() || code.contains("</script") || code.contains("<!--")) {
            throw new IllegalArgumentException(name + " cannot be joined with others");
        }
        return code + (exports.isEmpty() ? "" : "\nObject.assign(exports, { " + String.join(", ", exports) + " });");
    }
}
