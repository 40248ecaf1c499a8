package tinct.app;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an enum by what its {@code toString} says, and lists that if it is said wrongly. */
final class NameConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> values;

    private NameConverter(Class<E> type) {
        this.values = List.of(type.getEnumConstants());
    }

    /** Makes the command line and its commands read the enum so. */
    static <E extends Enum<E>> void register(CommandLine line, Class<E> type) {
        line.registerConverter(type, new NameConverter<>(type));
    }

    /** Reads one value. */
    static <E extends Enum<E>> E read(Class<E> type, String name) {
        return new NameConverter<>(type).convert(name);
    }

    @Override
    public E convert(String name) {
        return values.stream()
                .filter(value -> value.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("it is one of " + all() + ", not '" + name + "'"));
    }

    private String all() {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
