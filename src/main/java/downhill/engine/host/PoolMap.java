package downhill.engine.host;

import downhill.engine.plan.ArrayView;

/** Pooling windows of contiguous images [B, H, W, C]: where each pooled element's window begins. */
final class PoolMap {
    final int images;
    final int imageSize;
    final int[] corners;
    final int[] window;

    PoolMap(ArrayView image, int size) {
        int width = image.shape()[2];
        int channels = image.shape()[3];
        int pooledHeight = image.shape()[1] / size;
        int pooledWidth = width / size;
        images = image.shape()[0];
        imageSize = image.size() / images;
        corners = new int[pooledHeight * pooledWidth * channels];
        for (int i = 0; i < corners.length; i++) {
            int x = i / channels % pooledWidth;
            int y = i / channels / pooledWidth;
            corners[i] = (y * size * width + x * size) * channels + i % channels;
        }
        window = new int[size * size];
        for (int i = 0; i < window.length; i++) {
            window[i] = (i / size * width + i % size) * channels;
        }
    }
}
