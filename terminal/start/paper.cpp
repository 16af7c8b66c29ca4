#include "terminal/start/paper.hpp"

#include "terminal/domain/receipt.hpp"
#include "terminal/ui/picture_file.hpp"

namespace guitai::start {
namespace {

constexpr int logo_side_max{2'000};

Raster read_logo(const Voice& voice, const std::filesystem::path& file, std::size_t dots)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return {};
    const auto pixels = ui::read_picture(file, logo_side_max);
    if (!pixels) {
        voice.tell("start.bad_logo", file.string());
        return {};
    }
    return one_bit(static_cast<std::size_t>(pixels->width), static_cast<std::size_t>(pixels->height), pixels->rgba,
                   dots, logo_rows_max);
}

} // namespace

std::size_t columns_of(const PaperPlan& plan)
{
    if (plan.width == "58") return narrow_paper;
    return plan.width == "80wide" ? widest_paper : wide_paper;
}

ui::Words paper_words(const Voice& voice, const PaperPlan& plan)
{
    ui::Words words{voice.words()};
    if (plan.language == "en") words.choose(ui::Language::english);
    if (plan.language == "zh_CN") words.choose(ui::Language::chinese);
    return words;
}

PrinterSetup printer_setup(const Voice& voice, const PaperPlan& plan, const std::filesystem::path& data)
{
    PrinterSetup setup;
    setup.paper.columns = columns_of(plan);
    setup.paper.qr = plan.qr == "till" ? QrMaker::till : QrMaker::printer;
    setup.paper.again_mark = std::string{paper_words(voice, plan)["paper.again"]};
    setup.paper.logo = read_logo(voice, data / "logo.png", dots_of(setup.paper.columns));
    return setup;
}

JobSource source_of(PrintJobs& jobs)
{
    return {.fetch = [&jobs](std::int64_t after, int limit) { return jobs.after(after, limit); },
            .done = [&jobs](std::int64_t job) { jobs.done(job); }};
}

} // namespace guitai::start
