/**
 * Who may do what, over every route that the running application has: the table is
 * {@code access/matrix.txt}, written by hand and not from the code it judges.
 */
package cn.mentougou.education.access;
