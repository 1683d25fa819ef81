/** The shapes of lines that trainers read tasks from, and give responses back in. */
@NullMarked
package org.ponens.generators.layout;

import org.jspecify.annotations.NullMarked;
