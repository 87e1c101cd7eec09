package downhill.model;

import java.io.Serializable;

/**
 * One convolution layer: valid positions only, stride 1, followed by relu and a max pool.
 *
 * @param filters number of output channels, at least 1
 * @param kernel  height and width of the kernel in pixels, at least 1
 */
public record Convolution(int filters, int kernel) implements Serializable {
}
