/**
 * QR codes with parameters (带参数的二维码): how a service account makes them, what their
 * pictures say, and how long they can be scanned.
 */
@NullMarked
package cn.mentougou.wechatsim.qr;

import org.jspecify.annotations.NullMarked;
