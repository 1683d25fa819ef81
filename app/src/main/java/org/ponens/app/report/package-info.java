/** What a run over a file came to. */
@NullMarked
package org.ponens.app.report;

import org.jspecify.annotations.NullMarked;
