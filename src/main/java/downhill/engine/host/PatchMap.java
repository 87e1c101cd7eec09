package downhill.engine.host;

import downhill.engine.plan.ArrayView;

/** For each element of one image's patches, in order, where in the image it comes from. */
final class PatchMap {
    private PatchMap() {
    }

    /**
     * @param images  [B, H, W, C] in any stride order
     * @param patches [B, OH, OW, C·k·k]
     * @return offsets within an image, length OH·OW·C·k·k
     */
    static int[] offsets(ArrayView images, ArrayView patches, int kernel) {
        int height = patches.shape()[1];
        int width = patches.shape()[2];
        int channels = images.shape()[3];
        int[] strides = images.strides();
        int[] offsets = new int[height * width * channels * kernel * kernel];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < channels * kernel * kernel; i++) {
                    int row = y + i / kernel % kernel;
                    int column = x + i % kernel;
                    int channel = i / (kernel * kernel);
                    offsets[at++] = row * strides[1] + column * strides[2] + channel * strides[3];
                }
            }
        }
        return offsets;
    }

    /** How many elements one image with these strides spans. */
    static int span(ArrayView images) {
        int span = 1;
        for (int axis = 1; axis < 4; axis++) {
            span += (images.shape()[axis] - 1) * images.strides()[axis];
        }
        return span;
    }
}
