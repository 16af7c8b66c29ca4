#include "sync/client/receipt_lookup.hpp"

#include "sync/client/answers.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t answer_timeout_ms{4'000};

// A receipt number goes into an address as it is; anything else is not one.
bool is_plain(std::string_view text)
{
    return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

} // namespace

Result<FoundReceipt> look_up_receipt(const LinkEnd& end, const ReceiptNumber& receipt)
{
    if (!is_plain(receipt.text)) return refuse("receipt.unknown", receipt.text);
    WireRequest request{.method = "GET", .target = "/v1/receipts/" + receipt.text};
    request.timeout_ms = answer_timeout_ms;
    end.signer.sign(request, end.till, end.clock.now_ms());
    const auto answer = end.wire.send(request);
    if (!answer) return refuse(answer.error());
    return read_found_receipt(*answer);
}

} // namespace guitai
