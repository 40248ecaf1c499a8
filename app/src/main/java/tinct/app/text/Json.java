package tinct.app.text;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** A JSON object as it is written, one member after another, in one line. */
public final class Json {
    private final StringJoiner members = new StringJoiner(",", "{", "}");

    /** Adds a text. */
    public Json put(String name, String value) {
        return raw(name, quote(value));
    }

    /** Adds a whole number. */
    public Json put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** Adds a number; {@code null} if it is infinite or not a number, which JSON does not have. */
    public Json put(String name, double value) {
        return raw(name, number(value));
    }

    /** Adds true or false. */
    public Json put(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    /** Adds a text, or {@code null}. */
    public Json put(String name, Optional<?> value) {
        return raw(name, value.map(v -> quote(v.toString())).orElse("null"));
    }

    /** Adds an object. */
    public Json put(String name, Json value) {
        return raw(name, value.toString());
    }

    /** Adds an array of objects. */
    public Json put(String name, List<Json> values) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        values.forEach(value -> array.add(value.toString()));
        return raw(name, array.toString());
    }

    /** Adds an array of texts. */
    public Json putTexts(String name, List<String> values) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        values.forEach(value -> array.add(quote(value)));
        return raw(name, array.toString());
    }

    /** Adds an array of whole numbers. */
    public Json put(String name, long[] values) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (long value : values) {
            array.add(Long.toString(value));
        }
        return raw(name, array.toString());
    }

    /** Adds an array of numbers; {@code null} for those that JSON does not have. */
    public Json put(String name, double[] values) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (double value : values) {
            array.add(number(value));
        }
        return raw(name, array.toString());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private Json raw(String name, String value) {
        members.add(quote(name) + ":" + value);
        return this;
    }

    /** Half a surrogate pair would not survive as UTF-8, {@code <} could end a script and the others a line of one. */
    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c == '<' || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                quoted.append(Units.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The object in one line. */
    @Override
    public String toString() {
        return members.toString();
    }
}
