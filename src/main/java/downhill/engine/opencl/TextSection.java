package downhill.engine.opencl;

import java.util.List;

/**
 * A plan as text.
 *
 * @param text        of OpenCL C, ends with a barrier
 * @param temporaries memory that nobody needs before or after it
 */
public record TextSection(String text, List<NamedMemory> temporaries) {
}
