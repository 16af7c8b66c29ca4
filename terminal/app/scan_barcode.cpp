// One code, three meanings: goods, a member or an order. Decided here and not by
// a screen, for a scan may come at any time.
#include "terminal/app/attach_member.hpp"
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>
#include <cctype>

namespace guitai {
namespace {

constexpr std::size_t code_bytes_max{64};

std::string without_blanks(std::string_view text)
{
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](unsigned char c) { return c > 0x20 && c != 0x7F; });
    return kept;
}

} // namespace

Result<void> perform(Desk& desk, const ScanBarcode& command)
{
    const std::string code{without_blanks(command.digits)};
    if (code.empty() || code.size() > code_bytes_max) return refuse("scan.unknown", cut_to(code, code_bytes_max));
    if (const auto product = desk.ports.catalogue.find_code(code)) {
        return put_on_ticket(desk, *product, Quantity::pieces(1));
    }
    if (desk.ports.orders.find({code})) {
        show_order(desk, {code});
        return {};
    }
    if (const auto profile = desk.ports.members.find(code)) return attach_to_ticket(desk, *profile);
    return refuse("scan.unknown", code);
}

} // namespace guitai
