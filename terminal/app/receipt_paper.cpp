#include "terminal/app/receipt_paper.hpp"

namespace guitai {

PrintJob receipt_job(const Desk& desk, const Receipt& receipt)
{
    const SaleCompleted& sale{receipt.sale};
    PrintJob job;
    job.text = receipt_text(receipt, desk.ports.paper_columns, desk.words());
    job.barcode = sale.receipt.text;
    if (receipt.copy == ReceiptCopy::reprint) job.reprint_of = sale.receipt;
    if (receipt.copy == ReceiptCopy::gift || desk.ports.seal == nullptr) return job;
    job.qr = desk.ports.seal->sign({sale.store, sale.receipt, sale.business_date, sale.total});
    return job;
}

} // namespace guitai
