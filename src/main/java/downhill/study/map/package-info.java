/** Many short runs over one knob or two: where a contender can be trained, and at which learning rate. */
package downhill.study.map;
