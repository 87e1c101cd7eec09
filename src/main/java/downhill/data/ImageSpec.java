package downhill.data;

/** Declares that the feature columns, in file order, are the pixels of an image: channel by channel, row by row. */
public record ImageSpec(int channels, int height, int width) {
    /** The smallest. */
    static final ImageSpec POINT = new ImageSpec(1, 1, 1);

    public ImageSpec {
        DataSettings.require(DataSettings.CHANNELS, (long) channels);
        DataSettings.require(DataSettings.HEIGHT, (long) height);
        DataSettings.require(DataSettings.WIDTH, (long) width);
    }

    /** Number of feature columns that the shape asks for. */
    public long pixels() {
        return (long) channels * height * width;
    }
}
