#include "sync/client/receipt_lookup.hpp"

#include "sync/client/answers.hpp"
#include "sync/client/ask_office.hpp"

namespace guitai {

Result<FoundReceipt> look_up_receipt(const LinkEnd& end, const ReceiptNumber& receipt)
{
    if (!fits_an_address(receipt.text)) return refuse("receipt.unknown", receipt.text);
    const auto answer =
        ask_office(end, {.method = "GET", .target = "/v1/receipts/" + receipt.text}, counter_patience_ms);
    if (!answer) return refuse(answer.error());
    return read_found_receipt(*answer);
}

} // namespace guitai
