/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block.h"

static void
test_text (void)
{
  g_autoptr (IlvBlock) block = ilv_block_new_text (ILV_BLOCK_ITEM, "1.", "<b>A</b> &amp; B");

  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_ITEM);
  g_assert_cmpstr (ilv_block_get_marker (block), ==, "1.");
  g_assert_cmpstr (ilv_block_get_markup (block), ==, "<b>A</b> &amp; B");
  g_assert_null (ilv_block_get_comparison (block));
  g_assert_null (ilv_block_get_prediction (block));
}

static void
test_prediction (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (
    "[Predict]\nId=a\nKind=end\nSide=left\nQuestion=When?\n", "lesson.md", 1, &error);
  IlvPrediction *prediction;
  IlvBlock *block;

  g_assert_no_error (error);
  prediction = ilv_prediction_new_from_key_file (key_file, &error);
  g_assert_no_error (error);

  block = ilv_block_new_prediction (prediction);
  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_PREDICT);
  g_assert_true (ilv_block_get_prediction (block) == prediction);
  g_assert_null (ilv_block_get_markup (block));

  g_assert_finalize_object (block);
  g_assert_finalize_object (prediction);
}

static void
test_comparison (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (
    "[Compare]\nTitle=T\nLeft=model\nRight=model\n[Task A]\nSteps=cpu 1ms\n", "lesson.md", 1,
    &error);
  IlvComparison *comparison;
  IlvBlock *block;

  g_assert_no_error (error);
  comparison = ilv_comparison_new_from_key_file (key_file, &error);
  g_assert_no_error (error);

  block = ilv_block_new_comparison (comparison);
  g_assert_cmpint (ilv_block_get_kind (block), ==, ILV_BLOCK_COMPARE);
  g_assert_true (ilv_block_get_comparison (block) == comparison);
  g_assert_null (ilv_block_get_marker (block));

  g_assert_finalize_object (block);
  g_assert_finalize_object (comparison);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/block/text", test_text);
  g_test_add_func ("/lesson/block/prediction", test_prediction);
  g_test_add_func ("/lesson/block/comparison", test_comparison);
  return g_test_run ();
}
