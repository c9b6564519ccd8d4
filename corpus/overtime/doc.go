// Package overtime counts terms and works through the editions of a series.
//
//	                        2019  2020  2021  2022
//	IoT機器                   14    12     3     0    last in 2021
//	SBOM                       0     0     2     9    first in 2021
package overtime
