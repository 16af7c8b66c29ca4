#include "terminal/app/receipt_paper.hpp"

#include "sync/events/last_day.hpp"

namespace guitai {

void name_offers(const Desk& desk, Receipt& receipt)
{
    receipt.in_english = desk.ports.paper_in_english;
    const auto offers = desk.ports.offers == nullptr ? nullptr
                                                     : desk.ports.offers->of(receipt.sale.promotions_revision);
    for (const CouponMoved& coupon : receipt.sale.coupons_issued) {
        ReceiptCoupon printed{coupon.code, coupon.promotion, coupon.valid_from.substr(0, 10),
                              last_day_before(coupon.valid_to)};
        const pricing::Promotion* const offer{offers ? offers->find(coupon.promotion) : nullptr};
        if (offer != nullptr) printed.name = receipt.in_english ? offer->name_en : offer->name_zh;
        receipt.coupons.push_back(std::move(printed));
    }
}

PrintJob receipt_job(const Desk& desk, const Receipt& receipt)
{
    const SaleCompleted& sale{receipt.sale};
    PrintJob job;
    job.text = receipt_text(receipt, desk.ports.paper_columns, desk.words());
    job.barcode = sale.receipt.text;
    if (receipt.copy == ReceiptCopy::reprint) job.reprint_of = sale.receipt;
    if (receipt.copy == ReceiptCopy::gift || desk.ports.seal == nullptr) return job;
    job.qr = receipt_link(desk.state.rules.member_site,
                          desk.ports.seal->sign({sale.store, sale.receipt, sale.business_date, sale.total}));
    return job;
}

} // namespace guitai
