package tinct.codec.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tinct.codec.CodecException;

/**
 * Reads JSON (RFC 8259): objects as maps, arrays as lists, texts, numbers as Double, true and false; null as the text
 * {@code ""}, which no colour is.
 */
final class JsonText {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The value of a whole text. */
    static Object read(String text) throws CodecException {
        JsonText reader = new JsonText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        Object value = reader.value(0);
        if (reader.peek() != 0) {
            throw reader.broken("there is more after its end");
        }
        return value;
    }

    /** A text as JSON has it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private CodecException broken(String reason) {
        return new CodecException("JSON", -1, reason + " (at letter " + at + ")");
    }

    /** The next letter that is not white, 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char wanted) throws CodecException {
        if (peek() != wanted) {
            throw broken("'" + wanted + "' is missing");
        }
        at++;
    }

    private Object value(int depth) throws CodecException {
        if (depth > DEEPEST) {
            throw broken("it is nested too deep");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, Object> object(int depth) throws CodecException {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        for (boolean first = true; peek() != '}'; first = false) {
            if (!first) {
                expect(',');
            }
            peek();
            String name = string();
            expect(':');
            members.put(name, value(depth + 1));
        }
        expect('}');
        return members;
    }

    private List<Object> array(int depth) throws CodecException {
        List<Object> values = new ArrayList<>();
        expect('[');
        for (boolean first = true; peek() != ']'; first = false) {
            if (!first) {
                expect(',');
            }
            values.add(value(depth + 1));
        }
        expect(']');
        return values;
    }

    private String string() throws CodecException {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() throws CodecException {
        char c = at < text.length() ? text.charAt(at++) : 0;
        int known = "bfnrt".indexOf(c);
        if (known >= 0) {
            return "\b\f\n\r\t".charAt(known);
        } else if (c == 'u' && text.length() - at >= 4) {
            try {
                char unit = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                at += 4;
                return unit;
            } catch (NumberFormatException e) {
                throw broken("\\u needs 4 hexadecimal digits");
            }
        } else if (c == '"' || c == '\\' || c == '/') {
            return c;
        }
        throw broken("an escape is unknown");
    }

    private Object literal() throws CodecException {
        int from = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("null")) {
            return "";
        } else if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        } else if (!word.matches("-?\\d{1,40}(\\.\\d{1,40})?([eE][-+]?\\d{1,4})?")) {
            at = from;
            throw broken("a value is missing");
        }
        return Double.valueOf(word);
    }
}
