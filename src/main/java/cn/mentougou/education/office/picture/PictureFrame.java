package cn.mentougou.education.office.picture;

/**
 * What stands around the pixels of a picture.
 *
 * @param orientation how the camera was held, 1 to 8 after EXIF; 1 is upright
 * @param hasDetails whether the camera or a program wrote something about it
 * @param isComplete whether the picture has its end
 * @param hasTail whether something follows the end
 * @param scans how many passes over the picture a decoder has to make
 */
record PictureFrame(int orientation, boolean hasDetails, boolean isComplete, boolean hasTail, int scans) {
}
