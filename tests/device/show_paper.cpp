// Reads ESC/POS bytes and says what is on the paper: its lines on stdout, and a
// picture where one is asked for.
//
//   show_paper BYTES [PICTURE.png [DOTS]]
#include "tests/support/escpos_printer.hpp"

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv)
{
    if (argc < 2 || argc > 4) {
        std::fputs("show_paper BYTES [PICTURE.png [DOTS]]\n", stderr);
        return 2;
    }
    try {
        std::ifstream file{argv[1], std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        const auto paper = guitai::test::print_out(bytes);
        for (const std::string& line : paper.lines) std::printf("%s\n", line.c_str());
        for (const std::string& code : paper.barcodes) std::printf("[barcode %s]\n", code.c_str());
        for (const std::string& code : paper.squares) std::printf("[square %s]\n", code.c_str());
        std::printf("[pictures %d, cuts %d, drawer %d]\n", paper.pictures, paper.cuts, paper.drawer_kicks);
        if (argc > 2) {
            const std::size_t dots{argc > 3 ? std::stoul(argv[3]) : 576UL};
            guitai::test::write_png(guitai::test::draw_paper(paper, dots), argv[2]);
        }
    } catch (const std::exception& wrong) {
        std::fprintf(stderr, "show_paper: %s\n", wrong.what());
        return 1;
    }
    return 0;
}
