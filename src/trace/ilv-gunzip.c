/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-gunzip.h"

/* A member begins with two bytes. */
#define MAGIC_LENGTH 2

struct _IlvGunzip
{
  GObject parent_instance;

  GConverter *member;
  gboolean is_between; /* one has ended, and what comes is not known */
};

static void implement_converter (GConverterIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvGunzip,
                               ilv_gunzip,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, implement_converter))

/* Looks whether another member follows. */
static GConverterResult
look_on (IlvGunzip *self, const guchar *data, gsize size, GConverterFlags flags, GError **error)
{
  if (size < MAGIC_LENGTH && (flags & G_CONVERTER_INPUT_AT_END) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "");
      return G_CONVERTER_ERROR;
    }
  if (size < MAGIC_LENGTH || data[0] != 0x1f || data[1] != 0x8b)
    return G_CONVERTER_FINISHED;
  g_converter_reset (self->member);
  self->is_between = FALSE;
  return G_CONVERTER_CONVERTED;
}

static GConverterResult
convert (GConverter *converter,
         const void *input,
         gsize input_size,
         void *output,
         gsize output_size,
         GConverterFlags flags,
         gsize *bytes_read,
         gsize *bytes_written,
         GError **error)
{
  IlvGunzip *self = ILV_GUNZIP (converter);
  GConverterResult result;

  *bytes_read = 0;
  *bytes_written = 0;
  if (self->is_between)
    {
      result = look_on (self, input, input_size, flags, error);
      if (result != G_CONVERTER_CONVERTED)
        return result;
    }
  result = g_converter_convert (self->member, input, input_size, output, output_size, flags, bytes_read,
                                bytes_written, error);
  if (result != G_CONVERTER_FINISHED)
    return result;
  self->is_between = TRUE;
  return G_CONVERTER_CONVERTED;
}

static void
reset (GConverter *converter)
{
  IlvGunzip *self = ILV_GUNZIP (converter);

  g_converter_reset (self->member);
  self->is_between = FALSE;
}

static void
implement_converter (GConverterIface *iface)
{
  iface->convert = convert;
  iface->reset = reset;
}

static void
ilv_gunzip_finalize (GObject *object)
{
  g_clear_object (&ILV_GUNZIP (object)->member);

  G_OBJECT_CLASS (ilv_gunzip_parent_class)->finalize (object);
}

static void
ilv_gunzip_class_init (IlvGunzipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_gunzip_finalize;
}

static void
ilv_gunzip_init (IlvGunzip *self)
{
  self->member = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
}

GConverter *
ilv_gunzip_new (void)
{
  return g_object_new (ILV_TYPE_GUNZIP, NULL);
}
