#include "sync/office/commands/command_line.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    return guitai::office::run_command_line(argc, argv, std::cout, std::cerr);
}
