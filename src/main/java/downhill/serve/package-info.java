/**
 * Trained models that answer over HTTP: the Open Inference Protocol, raw columns by name, a page to try them, metrics. The only layer that
 * opens a port; on loopback unless a token is asked for. Uses what lies below it and nothing of the command line or the window.
 */
package downhill.serve;
