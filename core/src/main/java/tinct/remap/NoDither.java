package tinct.remap;

/** Each pixel gets its nearest entry, whatever its neighbours got. */
public record NoDither() implements Ditherer {
    @Override
    public double strength() {
        return 0;
    }
}
