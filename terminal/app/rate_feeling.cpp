// How it was (感受): one tap of the customer's after paying, once a receipt.
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr std::size_t receipt_bytes_shown{40};

} // namespace

Result<void> perform(Desk& desk, const RateFeeling& command)
{
    const auto sale = desk.ports.days.sale(command.receipt);
    if (!sale) return refuse("feeling.unknown_receipt", cut_to(command.receipt.text, receipt_bytes_shown));
    if (desk.ports.service != nullptr && desk.ports.service->feeling(command.receipt)) {
        return refuse("feeling.given", command.receipt.text);
    }
    // Said of whoever served her, even where another has signed in since.
    desk.write({FeelingGiven{sale->receipt, sale->store, sale->staff, sale->member, sale->business_date,
                             command.feeling}});
    auto& done = desk.state.view.payment.done;
    if (done && done->receipt == command.receipt) done->feeling = command.feeling;
    return {};
}

} // namespace guitai
