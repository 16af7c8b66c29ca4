#include "tests/bench/glass_bench.hpp"

#include "terminal/ui/app_screen.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/headless_ui.hpp"

namespace guitai::bench {
namespace {

constexpr std::size_t lines_wanted{200}; // As many as a ticket holds.
constexpr int scans{200};

// Scans until the ticket has so many lines: the same article twice is one line.
void fill(Till& till, const std::function<std::string()>& next_barcode)
{
    while (till.view().cart.lines.size() < lines_wanted) must(till.handle(ScanBarcode{next_barcode()}), "scan");
}

} // namespace

void measure_long_ticket(Till& till, const std::function<std::string()>& next_barcode)
{
    ui::AppScreens memory;
    Commands commands;
    test::HeadlessUi glass;
    const ui::Draw draw{[&](ui::Ui& ui) { ui::draw_app(till.view(), memory, ui, commands); }};
    const std::string again{next_barcode()};
    must(till.handle(ScanBarcode{again}), "scan");
    fill(till, next_barcode);
    (void)glass.settle(draw);

    Samples both;
    Samples drawn;
    for (int i{0}; i < scans; ++i) {
        both.time([&] {
            must(till.handle(ScanBarcode{again}), "scan");
            drawn.time([&] {
                glass.frame(draw);
                (void)glass.stage().render();
            });
        });
        (void)glass.settle(draw); // The next scan meets a picture at rest.
    }
    must(till.handle(ClearTicket{}), "clear");
    show("scan to picture, 200 lines", both);
    show("  of that the picture", drawn);
}

} // namespace guitai::bench
