/** Long work on streams: several threads, results in order, and how far it is. */
@NullMarked
package org.ponens.app.stream;

import org.jspecify.annotations.NullMarked;
