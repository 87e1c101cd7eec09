package downhill.data;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares that the feature columns, in file order, are the pixels of an image: channel by channel, row by row. */
public record ImageSpec(int channels, int height, int width) implements Serializable {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})x(\\d{1,4})x(\\d{1,4})");
    /** The smallest. */
    static final ImageSpec POINT = new ImageSpec(1, 1, 1);

    public ImageSpec {
        DataSettings.require(DataSettings.CHANNELS, (long) channels);
        DataSettings.require(DataSettings.HEIGHT, (long) height);
        DataSettings.require(DataSettings.WIDTH, (long) width);
    }

    /** As it is written; empty where the text is none. */
    static Optional<ImageSpec> read(String text) {
        Matcher sizes = WRITTEN.matcher(text);
        return sizes.matches() ? Optional.of(new ImageSpec(Integer.parseInt(sizes.group(1)), Integer.parseInt(sizes.group(2)),
                Integer.parseInt(sizes.group(3)))) : Optional.empty();
    }

    /** Such as {@code 1x8x8}. */
    String text() {
        return channels + "x" + height + "x" + width;
    }

    /** Number of feature columns that the shape asks for. */
    public long pixels() {
        return (long) channels * height * width;
    }
}
