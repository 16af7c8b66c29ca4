// Codes are tried out: what is scanned is explained, and nothing is sold.
#include "terminal/app/resolve_scan.hpp"
#include "terminal/app/use_cases.hpp"

#include <string_view>

namespace guitai {
namespace {

constexpr std::size_t seen_max{20};
constexpr std::size_t shown_bytes_max{400};

} // namespace

Result<void> perform(Desk& desk, const ExplainBarcode& command)
{
    std::vector<ScanView>& seen{desk.state.view.barcode_test.seen};
    seen.insert(seen.begin(), explain_scan(desk, std::string_view{command.digits}.substr(0, shown_bytes_max)));
    if (seen.size() > seen_max) seen.pop_back();
    return {};
}

Result<void> perform(Desk& desk, const BeginBarcodeTest&)
{
    desk.state.view.barcode_test = {.on = true};
    return {};
}

Result<void> perform(Desk& desk, const EndBarcodeTest&)
{
    desk.state.view.barcode_test = {};
    return {};
}

} // namespace guitai
