/**
 * What only the demonstration needs: rules, menus and two handlers that show how slowness
 * and failure look to the person. No bean of its own; the test application registers
 * them.
 */
@NullMarked
package cn.mentougou.education.demo;

import org.jspecify.annotations.NullMarked;
