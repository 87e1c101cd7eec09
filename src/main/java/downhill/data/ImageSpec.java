package downhill.data;

import downhill.words.Said;

/** Declares that the feature columns, in file order, are the pixels of an image: channel by channel, row by row. */
public record ImageSpec(int channels, int height, int width) {
    public ImageSpec {
        if (channels < 1 || height < 1 || width < 1) {
            throw new DataException(Said.of("image.least", channels, height, width));
        }
    }

    /** Number of feature columns that the shape asks for. */
    public long pixels() {
        return (long) channels * height * width;
    }
}
