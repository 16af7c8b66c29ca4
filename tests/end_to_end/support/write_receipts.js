// Receipts written by somebody else: receiptline's ESC/POS of a small Chinese
// ticket, once for each paper. Run by another_writer.py, where the package is.
//
//   node write_receipts.js FOLDER
const fs = require('fs');
const path = require('path');
const receiptline = require('receiptline');

const ticket = `^^^人民路店

2026-11-22 14:05 | S01-71-000173
-
轻薄羽绒服 | 2 | ¥448.50
龙井茶 | 0.177 | ¥12.35
-
^合计 | ^¥460.85
{code:S01-71-000173; option:code128,2,72,hri}
{code:https://example.com/r/173; option:qrcode,4,m}
=`;

for (const cpl of [32, 42, 48]) {
    const bytes = receiptline.transform(ticket, { command: 'escpos', encoding: 'gb18030', cpl });
    fs.writeFileSync(path.join(process.argv[2], `receiptline.${cpl}.bin`), bytes, 'binary');
}
