// What the command line and the till's folder say about paper: which printers, how
// wide, in which language, and with which logo.
#pragma once

#include "terminal/device/printer_queue.hpp"
#include "terminal/start/voice.hpp"
#include "terminal/store/print_jobs.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace guitai::start {

struct PaperPlan {
    std::vector<std::string> printers; // The first is used, the others stand in; empty: no paper.
    std::string width{"80"};           // 58, 80 or 80wide.
    std::string language;              // Empty: the one the program was started in.
    std::string qr{"printer"};         // printer or till: who draws the square code.
};

[[nodiscard]] std::size_t columns_of(const PaperPlan& plan);

// The words of the paper: the shop's, whatever language a clerk reads the screens in.
[[nodiscard]] ui::Words paper_words(const Voice& voice, const PaperPlan& plan);

// With logo.png from the folder, where there is one; one that can not be read is said and left out.
[[nodiscard]] PrinterSetup printer_setup(const Voice& voice, const PaperPlan& plan, const std::filesystem::path& data);

[[nodiscard]] JobSource source_of(PrintJobs& jobs);

} // namespace guitai::start
